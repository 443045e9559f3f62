import{i as a}from"./chunk-PWV3HME2.js";import"./chunk-3HSNDWCM.js";import"./chunk-BUDGD7YW.js";import"./chunk-AEKD4G6A.js";import"./chunk-ZORKPPHW.js";export{a as MyCameraDayLine};
