import{i as a}from"./chunk-TW3SFBCV.js";import"./chunk-L54DUITH.js";import"./chunk-E2BYYPBJ.js";import"./chunk-U373QYV6.js";import"./chunk-ZORKPPHW.js";export{a as MyCameraDayLine};
