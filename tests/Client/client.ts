// What another program does with the API, typed by its description alone: reads, delivers, releases and withdraws.
// Run with the portal's address; prints what it found, one thing a line.
import createClient from 'openapi-fetch';
import type { components, paths } from './api.js';

declare const process: { argv: string[] };

type Problem = components['schemas']['ProblemDetails'];
type Receipt = components['schemas']['ReceiptView']; // what a rejected delivery is answered with

const api = createClient<paths>({ baseUrl: process.argv[2] ?? '' });

/** The answer's body; an error ends the program with what the problem says. */
function found<T>(answer: { data?: T | undefined; error?: Problem | Receipt | undefined; response: Response }): T {
  if (answer.error !== undefined || answer.data === undefined)
    throw new Error(`${answer.response.url}: ${answer.response.status} ${JSON.stringify(answer.error)}`);
  return answer.data;
}

const periods = found(await api.GET('/api/v1/zeitraeume'));
console.log('Zeiträume:', periods.map((each) => each.periode).join(' '));

let names: string[] = [];
for (let page = 1, pages = 1; page <= pages; page++) {
  const list = found(await api.GET('/api/v1/berichte', { params: { query: { periode: '2026-Q3', seite: page, groesse: 8 } } }));
  names = names.concat(list.eintraege.map((entry) => entry.name));
  pages = list.seiten;
}
console.log('Berichte:', names.length, 'verschieden:', new Set(names).size);

const report = { path: { periode: '2026-Q3', name: '1111' } };
const table = found(await api.GET('/api/v1/berichte/{periode}/{name}/werte.{endung}', {
  params: { path: { ...report.path, endung: 'json' } },
}));
console.log('Werte als Tabelle:', JSON.stringify(table).length > 1000);

const pdf = found(await api.GET('/api/v1/berichte/{periode}/{datei}', {
  params: { path: { periode: '2026-Q3', datei: '1111.pdf' } }, parseAs: 'arrayBuffer',
}));
console.log('PDF:', new TextDecoder('latin1').decode(new Uint8Array(pdf as ArrayBuffer, 0, 5)));

const upload = { path: { amt: 'personalamt', datei: 'aus-einem-programm.csv' } };
const delivery = 'Produkt;Leistung;Grundzahl;Periode;Art;Wert\n1121;;Stellen;Q2/2026;Ist;41\n';
const sent = found(await api.PUT('/api/v1/eingang/{amt}/{datei}', {
  params: upload, body: delivery, bodySerializer: (text) => text as string, headers: { 'Content-Type': 'text/csv' },
}));
console.log('Gesendet:', sent.datei, sent.status);
const receipt = found(await api.GET('/api/v1/quittungen/{amt}/{datei}', { params: upload }));
console.log('Quittung:', receipt.status, receipt.werte, receipt.sha256 === sent.sha256);
const rejected = await api.PUT('/api/v1/eingang/{amt}/{datei}', {
  params: { path: { amt: 'personalamt', datei: 'falsch.csv' } }, body: delivery.replace('41', 'viele'),
  bodySerializer: (text) => text as string, headers: { 'Content-Type': 'text/csv' },
});
console.log('Abgelehnt:', rejected.response.status,
  rejected.error && 'befunde' in rejected.error ? rejected.error.befunde.map((finding) => finding.code).join(' ') : rejected.error);

const before = found(await api.GET('/api/v1/berichte/{periode}/{name}/versionen', { params: report }));
const newest = before.versionen[0]?.version ?? 0;
const release = found(await api.POST('/api/v1/berichte/{periode}/{name}/freigabe', {
  params: report, body: { version: newest, vermerk: 'von einem Programm' },
}));
console.log('Freigabe:', release.version === newest, release.von);
const released = found(await api.GET('/api/v1/berichte/{periode}/{name}/versionen', { params: report }));
console.log('Gilt:', released.versionen.filter((version) => version.gilt).map((version) => version.stand).join(' '));
found(await api.POST('/api/v1/berichte/{periode}/{name}/ruecknahme', {
  params: report, body: { version: newest, grund: 'nur zur Probe' },
}));
const after = found(await api.GET('/api/v1/berichte/{periode}/{name}/versionen', { params: report }));
console.log('Gilt nach der Rücknahme:', after.versionen.filter((version) => version.gilt).length);

const nothing = await api.GET('/api/v1/berichte/{periode}/{name}/freigabe', {
  params: { path: { periode: '2026-Q3', name: '9999' }, header: { 'Accept-Language': 'en' } },
});
console.log('Nicht gefunden:', nothing.response.status, nothing.error?.title);
