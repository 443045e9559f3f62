import{g as a}from"./chunk-TEWHUWYS.js";import"./chunk-7KMWMARV.js";import"./chunk-BZ4364EC.js";import"./chunk-6BMYESUL.js";import"./chunk-ZORKPPHW.js";export{a as MyCameraDayLine};
