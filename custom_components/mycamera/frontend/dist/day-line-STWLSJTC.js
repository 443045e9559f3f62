import{i as a}from"./chunk-TLVQOP6Z.js";import"./chunk-4WRMXM6F.js";import"./chunk-SGV7PAB7.js";import"./chunk-AEKD4G6A.js";import"./chunk-ZORKPPHW.js";export{a as MyCameraDayLine};
