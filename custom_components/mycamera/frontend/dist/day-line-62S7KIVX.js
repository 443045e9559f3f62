import{i as a}from"./chunk-EJYVLC2X.js";import"./chunk-HZ47OGU5.js";import"./chunk-VOYIPF2I.js";import"./chunk-U373QYV6.js";import"./chunk-ZORKPPHW.js";export{a as MyCameraDayLine};
