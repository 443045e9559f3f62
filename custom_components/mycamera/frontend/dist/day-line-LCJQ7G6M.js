import{i as a}from"./chunk-CRUUZ4JU.js";import"./chunk-YSMURHMF.js";import"./chunk-JJK57XHR.js";import"./chunk-UXGMC5Z2.js";import"./chunk-ZORKPPHW.js";export{a as MyCameraDayLine};
