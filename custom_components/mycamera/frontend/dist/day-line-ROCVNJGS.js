import{g as a}from"./chunk-EAEZTBNV.js";import"./chunk-HWC6K2UQ.js";import"./chunk-ROSWK6HT.js";import"./chunk-2JCHHYXV.js";import"./chunk-ZORKPPHW.js";export{a as MyCameraDayLine};
