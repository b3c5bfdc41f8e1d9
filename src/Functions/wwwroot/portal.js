// Small conveniences; every page works without them.
'use strict';

document.documentElement.classList.add('skript');

const element = (tag, className, text) => {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
};

// Upload with progress, by choice or by dropping files; the receipt appears in place.
const send = (form, file, name, checks = false) => {
  const results = document.getElementById('ergebnisse');
  const entry = element('div', 'sendung');
  const limit = Number(form.dataset.grenze);
  if (file.size > limit) {
    results.prepend(entry);
    fail(entry, `${name} ist zu groß: höchstens ${limit / 1048576} MiB. Bitte teilen Sie die Datei auf mehrere auf.`);
    return;
  }
  const label = element('p', '', `${name} wird gesendet … 0 %`);
  const bar = element('progress');
  bar.max = 100;
  bar.value = 0;
  bar.setAttribute('aria-label', `Fortschritt ${name}`);
  const cancel = element('button', 'knopf klein zweit', 'Abbrechen');
  cancel.type = 'button';
  cancel.setAttribute('aria-label', `Abbrechen: ${name}`);
  entry.append(label, bar, cancel);
  results.prepend(entry);

  const request = new XMLHttpRequest();
  // Checking is a form like any other, with its proof of origin; sending is the programming interface.
  request.open(checks ? 'POST' : 'PUT', checks ? `${form.getAttribute('action')}?teil=pruefung` : form.dataset.ziel + encodeURIComponent(name));
  if (!checks) request.setRequestHeader('Content-Type', 'application/octet-stream');
  request.setRequestHeader('Accept', checks ? 'text/html' : 'application/json');
  request.setRequestHeader('Accept-Language', 'de');
  cancel.addEventListener('click', () => request.abort());
  request.addEventListener('abort', () => {
    entry.replaceChildren(element('p', '', `${name}: abgebrochen, nichts wurde ${checks ? 'geprüft' : 'gesendet'}.`));
    form.querySelector('input[type=file]').focus();
  });
  request.upload.addEventListener('progress', (event) => {
    if (!event.lengthComputable) return;
    bar.value = (100 * event.loaded) / event.total;
    label.textContent = `${name} wird gesendet … ${Math.floor(bar.value)} %`;
    if (event.loaded < event.total) return;
    // All is there: from now on it is the server's.
    label.textContent = `${name} wird geprüft …`;
    if (!checks) cancel.remove();
  });
  request.addEventListener('error', async () => {
    if (await isSignedOut()) askToSignIn(entry, name);
    else fail(entry, `${name} konnte nicht gesendet werden. Bitte prüfen Sie die Verbindung und versuchen Sie es noch einmal.`);
  });
  request.addEventListener('load', () => {
    if (checks && request.status === 200) showCheck(form, entry, file, name, request.responseText);
    else if ([200, 201, 422].includes(request.status)) showReceipt(form, entry, name).then(() => refresh(0));
    else if (request.status === 401) askToSignIn(entry, name);
    else refuse(form, entry, file, name, request);
  });
  if (!checks) {
    request.send(file);
    return;
  }
  const body = new FormData(form);
  body.set('datei', file, name);
  body.set('aktion', 'pruefen');
  request.send(body);
};

// Where the platform signs people in, it leads uploads to another site, which a script only sees fail: this page then leads there as well.
const isSignedOut = async () => {
  try { return (await fetch(location.pathname, { redirect: 'manual', headers: { Accept: 'text/html' } })).type === 'opaqueredirect'; } catch { return false; }
};

// This page's own address: whoever is not signed in is led to the sign-in from it, and back.
const askToSignIn = (entry, name) => {
  const link = element('a', 'knopf klein', 'Neu anmelden');
  link.href = location.pathname;
  fail(entry, `Ihre Anmeldung ist abgelaufen; ${name} wurde nicht gesendet. Bitte melden Sie sich neu an und senden Sie die Datei noch einmal.`).append(link);
};

const fail = (entry, text) => {
  const field = element('div', 'hinweisfeld fehler');
  field.setAttribute('role', 'alert');
  field.append(element('p', '', text));
  entry.replaceChildren(field);
  return field;
};

const refuse = (form, entry, file, name, request) => {
  let problem = {};
  try { problem = JSON.parse(request.responseText); } catch { /* no problem document: the text below says enough */ }
  const field = fail(entry, `${name}: ${problem.detail || 'Die Datei wurde nicht angenommen.'}`);
  const suggestion = request.status === 409 && /„([^“]+)“/.exec(problem.detail || '');
  if (!suggestion) return;
  const again = element('button', 'knopf klein', `Als „${suggestion[1]}“ senden`);
  again.type = 'button';
  again.addEventListener('click', () => { entry.remove(); send(form, file, suggestion[1]); });
  field.append(again);
};

// What would come of the file, and the one step that sends it.
const showCheck = (form, entry, file, name, text) => {
  const page = new DOMParser().parseFromString(text, 'text/html');
  const check = page.querySelector('.pruefung');
  if (!check) {
    fail(entry, `${name}: Die Prüfung ist nicht gelungen. Bitte laden Sie die Seite neu.`);
    return;
  }
  for (const old of document.querySelectorAll('#pruefung, #quittung')) old.removeAttribute('id');
  const go = element('button', 'knopf', 'Jetzt senden');
  go.type = 'button';
  go.setAttribute('aria-label', `Jetzt senden: ${name}`);
  go.addEventListener('click', () => { entry.remove(); send(form, file, name); });
  entry.replaceChildren(document.importNode(check, true), go);
};

// The list of deliveries, until all are judged and the reports show them: asked for less and less often.
const pauses = [2, 2, 3, 5, 8, 13, 20, 30, 30, 30];
let next = 0;
const refresh = async (turn) => {
  clearTimeout(next);
  const list = document.getElementById('liste');
  if (!list) return;
  try {
    const answer = await fetch(`${location.pathname}?teil=liste`, { headers: { Accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = answer.ok && page.getElementById('liste');
    if (fresh && !list.contains(document.activeElement)) list.replaceWith(document.importNode(fresh, true));
  } catch { /* the next turn tries again; without one the page can be loaded anew */ }
  if (turn < pauses.length && (turn === 0 || document.querySelector('#liste[data-offen]')))
    next = setTimeout(() => refresh(turn + 1), pauses[turn] * 1000);
};
if (document.querySelector('#liste[data-offen]')) next = setTimeout(() => refresh(1), 2000);

const showReceipt = async (form, entry, name) => {
  const answer = await fetch(`${form.dataset.quittung}${encodeURIComponent(name)}?teil`, { headers: { Accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const receipt = page.querySelector('article');
  if (!answer.ok || !receipt) {
    fail(entry, `${name} ist angekommen. Bitte laden Sie die Seite neu, um die Quittung zu sehen.`);
    return;
  }
  for (const old of document.querySelectorAll('#quittung')) old.removeAttribute('id');
  entry.replaceChildren(document.importNode(receipt, true));
};

for (const form of document.querySelectorAll('form.ablage')) {
  const input = form.querySelector('input[type=file]');
  input.multiple = true;
  const sendAll = (files, checks) => { for (const file of files) send(form, file, file.name, checks); };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const checks = event.submitter?.value === 'pruefen';
    sendAll(input.files, checks);
    input.value = '';
  });
  form.addEventListener('dragover', (event) => { event.preventDefault(); form.classList.add('offen'); });
  form.addEventListener('dragleave', () => form.classList.remove('offen'));
  form.addEventListener('drop', (event) => {
    event.preventDefault();
    form.classList.remove('offen');
    sendAll(event.dataTransfer.files, false);
  });
}

// A file dropped beside the field would be opened in place of the page.
if (document.querySelector('form.ablage')) {
  for (const name of ['dragover', 'drop']) document.addEventListener(name, (event) => event.preventDefault());
}

for (const button of document.querySelectorAll('[data-alle-waehlen]')) {
  button.addEventListener('click', () => {
    const boxes = [...button.form.querySelectorAll('input[type=checkbox]')];
    const isAll = boxes.every((box) => box.checked);
    for (const box of boxes) box.checked = !isAll;
  });
}

// The search answers while somebody types; Enter leads to its page all the same.
const search = document.querySelector('form.suche');
if (search) {
  const field = search.querySelector('input');
  const panel = document.getElementById('suchtafel');
  const state = document.getElementById('suchstand');
  let waiting = 0;
  let asking = null;
  const close = () => {
    clearTimeout(waiting);
    if (asking) asking.abort();
    panel.hidden = true;
    panel.replaceChildren();
    state.textContent = '';
  };
  const ask = async () => {
    const text = field.value.trim();
    if (asking) asking.abort();
    if (text.length < 2) { close(); return; }
    asking = new AbortController();
    try {
      const answer = await fetch(`/suche?teil&q=${encodeURIComponent(text)}`, { headers: { Accept: 'text/html' }, signal: asking.signal });
      if (!answer.ok || answer.redirected) return;
      const found = new DOMParser().parseFromString(await answer.text(), 'text/html');
      panel.replaceChildren(...[...found.body.childNodes].map((node) => document.importNode(node, true)));
      panel.hidden = false;
      state.textContent = panel.querySelector('[data-anzahl]').textContent;
    } catch { /* a later letter took its place, or there is no connection: Enter still works */ }
  };
  field.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(ask, 200); });
  search.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    close();
    field.focus();
  });
  document.addEventListener('click', (event) => { if (!search.contains(event.target)) close(); });
  search.addEventListener('focusout', (event) => { if (event.relatedTarget && !search.contains(event.relatedTarget)) close(); });
}

// Sections that fold: the address keeps which are open, a link opens what it leads to, and so does paper.
const sections = [...document.querySelectorAll('details.abschnitt')];
const openTarget = () => {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const section = target && target.closest('details.abschnitt');
  if (!section || section.open) return;
  section.open = true;
  target.scrollIntoView();
};
if (sections.length > 0) {
  const view = document.querySelector('[data-ansicht]');
  const keep = () => {
    const open = sections.filter((section) => section.open).map((section) => section.dataset.teil);
    view.href = `${location.pathname}?offen=${open.join(',') || 'keine'}`;
  };
  for (const section of sections) section.addEventListener('toggle', keep);
  addEventListener('hashchange', openTarget);
  openTarget();
  let folded = [];
  addEventListener('beforeprint', () => {
    folded = sections.filter((section) => !section.open);
    for (const section of folded) section.open = true;
  });
  addEventListener('afterprint', () => { for (const section of folded) section.open = false; });
}
