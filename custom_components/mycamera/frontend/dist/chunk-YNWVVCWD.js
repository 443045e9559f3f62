var n={cameraId:null,day:null,text:"",minConfidence:0,minSeconds:0,zone:null,hours:null,unseen:!1};function o(r){return Object.keys(n).some(e=>r[e]!==n[e])}export{n as a,o as b};
