import{f as a}from"./chunk-S37TGKCI.js";import"./chunk-BHOWC5AJ.js";import"./chunk-MR3EOKM6.js";import"./chunk-U373QYV6.js";import"./chunk-ZORKPPHW.js";export{a as MyCameraLiveTile};
