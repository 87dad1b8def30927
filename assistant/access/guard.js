/* Runs in the window before anything else of it, where users sign in. */
(() => {
  // What a tab remembers belongs to who was signed in; for another user it is forgotten.
  const owner = /(?:^|; )tlkh-owner=(\w+)/.exec(document.cookie)?.[1] ?? '';
  if (sessionStorage.getItem('owner') !== owner) sessionStorage.removeItem('conversations');
  sessionStorage.setItem('owner', owner);
  const gone = '/sign-in?expired=1';
  const ask = window.fetch;
  window.fetch = async (...args) => {
    const answer = await ask(...args);
    if (answer.status === 401) location.replace(gone);
    return answer;
  };
  setInterval(() => window.fetch('/session').catch(() => {}), 30000);
})();
