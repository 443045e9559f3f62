import{g as a}from"./chunk-UBWELYIY.js";import"./chunk-PY7BK55D.js";import"./chunk-BZ4364EC.js";import"./chunk-2JCHHYXV.js";import"./chunk-ZORKPPHW.js";export{a as MyCameraDayLine};
