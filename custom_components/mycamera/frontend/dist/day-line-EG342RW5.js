import{g as a}from"./chunk-OFU4RUFU.js";import"./chunk-XTZHAIOO.js";import"./chunk-HLGF62WO.js";import"./chunk-IXUBZLRZ.js";import"./chunk-ZORKPPHW.js";export{a as MyCameraDayLine};
