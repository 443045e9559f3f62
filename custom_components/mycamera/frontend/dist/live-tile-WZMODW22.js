import{f as a}from"./chunk-V3LKPO3W.js";import"./chunk-Y3GESK43.js";import"./chunk-ROSWK6HT.js";import"./chunk-2JCHHYXV.js";import"./chunk-ZORKPPHW.js";export{a as MyCameraLiveTile};
