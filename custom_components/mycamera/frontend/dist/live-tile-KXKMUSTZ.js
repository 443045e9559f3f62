import{f as a}from"./chunk-RWFDPV5N.js";import"./chunk-BHOWC5AJ.js";import"./chunk-SGV7PAB7.js";import"./chunk-AEKD4G6A.js";import"./chunk-ZORKPPHW.js";export{a as MyCameraLiveTile};
