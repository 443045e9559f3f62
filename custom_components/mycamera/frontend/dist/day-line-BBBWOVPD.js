import{i as a}from"./chunk-N7A6J6YD.js";import"./chunk-RR4KGPZQ.js";import"./chunk-JJK57XHR.js";import"./chunk-ZF4RQAER.js";import"./chunk-ZORKPPHW.js";export{a as MyCameraDayLine};
