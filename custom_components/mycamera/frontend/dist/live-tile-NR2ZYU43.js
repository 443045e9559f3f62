import{f as a}from"./chunk-FE3ICE4U.js";import"./chunk-BHOWC5AJ.js";import"./chunk-JTFHP5GS.js";import"./chunk-U373QYV6.js";import"./chunk-ZORKPPHW.js";export{a as MyCameraLiveTile};
