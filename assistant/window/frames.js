// Runs before any other script of the page. The clock of Gradio's own loading notice (6.31) goes on
// with every frame after the notice is gone: a tenth of a core for each open window where there is no
// graphics card, and twenty of them kept two cores busy doing nothing. A frame asked for within a
// frame goes on as asked for two seconds, which is longer than any motion here; then once a second.
(() => {
  const most = 120;
  const frame = window.requestAnimationFrame.bind(window);
  let before = 0; // how many frames led to the one that runs
  window.requestAnimationFrame = (run) => {
    const after = before + 1;
    const turn = (time) => {
      before = after;
      try { run(time); } finally { before = 0; }
    };
    if (after <= most) return frame(turn);
    setTimeout(() => frame(turn), 1000);
    return 0; // no number that another frame could be cancelled by
  };
})();
