import{f as a}from"./chunk-F7AEXWWR.js";import"./chunk-Y3GESK43.js";import"./chunk-4EODU2P5.js";import"./chunk-2JCHHYXV.js";import"./chunk-ZORKPPHW.js";export{a as MyCameraLiveTile};
