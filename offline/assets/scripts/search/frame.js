"use strict";
/*
Makes the frame what worker.js takes it for: a worker, which loads scripts by name and speaks to
the page through the port that the page sends first.
*/
(() => {
  window.importScripts = (...names) => {
    for (const name of names) {
      const script = document.createElement("script");
      script.src = name;
      script.async = false;
      document.head.append(script);
    }
  };

  const meet = (event) => {
    event.stopImmediatePropagation();
    const [port] = event.ports;
    window.postMessage = (message) => port.postMessage(message);
    port.onmessage = window.onmessage;
  };
  window.addEventListener("message", meet, { once: true });
})();
