import{f as a}from"./chunk-NO7EIXZM.js";import"./chunk-Y3GESK43.js";import"./chunk-HLGF62WO.js";import"./chunk-IXUBZLRZ.js";import"./chunk-ZORKPPHW.js";export{a as MyCameraLiveTile};
