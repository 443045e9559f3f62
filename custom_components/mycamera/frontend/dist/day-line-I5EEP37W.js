import{i as a}from"./chunk-HP5SQ5AQ.js";import"./chunk-YFKJQGYN.js";import"./chunk-LWVCFYMN.js";import"./chunk-AEKD4G6A.js";import"./chunk-ZORKPPHW.js";export{a as MyCameraDayLine};
