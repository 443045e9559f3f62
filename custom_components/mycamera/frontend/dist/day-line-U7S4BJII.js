import{i as a}from"./chunk-3MANRQTK.js";import"./chunk-5ALFIUIN.js";import"./chunk-MR3EOKM6.js";import"./chunk-U373QYV6.js";import"./chunk-ZORKPPHW.js";export{a as MyCameraDayLine};
