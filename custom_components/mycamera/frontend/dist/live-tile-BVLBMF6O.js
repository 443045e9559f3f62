import{f as a}from"./chunk-BBEY4S6A.js";import"./chunk-BHOWC5AJ.js";import"./chunk-BUDGD7YW.js";import"./chunk-AEKD4G6A.js";import"./chunk-ZORKPPHW.js";export{a as MyCameraLiveTile};
