import{i as a}from"./chunk-PA7OSVZE.js";import"./chunk-CF2TDZ2R.js";import"./chunk-4EODU2P5.js";import"./chunk-2JCHHYXV.js";import"./chunk-ZORKPPHW.js";export{a as MyCameraDayLine};
