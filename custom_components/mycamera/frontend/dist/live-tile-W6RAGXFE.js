import{f as a}from"./chunk-MSRQT63F.js";import"./chunk-BHOWC5AJ.js";import"./chunk-E2BYYPBJ.js";import"./chunk-U373QYV6.js";import"./chunk-ZORKPPHW.js";export{a as MyCameraLiveTile};
