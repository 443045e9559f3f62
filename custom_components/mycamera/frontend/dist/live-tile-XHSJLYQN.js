import{f as a}from"./chunk-GURY2RHI.js";import"./chunk-UABJFC42.js";import"./chunk-BDXIJK2M.js";import"./chunk-VURIGJ46.js";import"./chunk-ZORKPPHW.js";export{a as MyCameraLiveTile};
