import{f as a}from"./chunk-3YFH3DSJ.js";import"./chunk-BHOWC5AJ.js";import"./chunk-VOYIPF2I.js";import"./chunk-U373QYV6.js";import"./chunk-ZORKPPHW.js";export{a as MyCameraLiveTile};
