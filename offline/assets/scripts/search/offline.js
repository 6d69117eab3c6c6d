"use strict";
/*
What browsers keep from pages that stand in a folder, by means that they allow there: fetch() of
a file of the index gets the script beside it, which hands the text over; a Worker runs in a
hidden frame, worker.html in the place of worker.js.  So the search is the same with a server
and without.  The build puts this before box.js; see dossier/site/offline.py.
*/
(() => {
  window.fetch = (address) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `${address}.js`;
      script.handOver = (text) => resolve(new Response(text));
      script.onload = () => script.remove();
      script.onerror = () => reject(new TypeError(`${address} is not there`));
      document.head.append(script);
    });

  window.Worker = function (address) {
    const { port1, port2 } = new MessageChannel();
    const frame = document.createElement("iframe");
    frame.hidden = true;
    frame.src = String(address).replace(/js$/, "html");
    frame.onload = () => frame.contentWindow.postMessage(null, "*", [port2]);
    document.body.append(frame);
    return port1;
  };
})();
