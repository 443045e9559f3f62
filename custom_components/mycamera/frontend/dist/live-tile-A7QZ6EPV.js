import{f as a}from"./chunk-SA7XCJUO.js";import"./chunk-Y3GESK43.js";import"./chunk-BZ4364EC.js";import"./chunk-2JCHHYXV.js";import"./chunk-ZORKPPHW.js";export{a as MyCameraLiveTile};
