// A mail server for the tests: real SMTP, every message as a line of JSON. What goes wrong is asked for by the recipient's name.
import { readFileSync } from 'node:fs';
import { SMTPServer } from 'smtp-server';

const { key, cert, secure, user, password } = JSON.parse(process.argv[2]);

const refusal = (code, text) => Object.assign(new Error(text), { responseCode: code });
const is = (session, name) => session.envelope.rcptTo.some(to => to.address.startsWith(name));

const server = new SMTPServer({
  key: readFileSync(key),
  cert: readFileSync(cert),
  secure,
  authOptional: !user,
  disabledCommands: user ? [] : ['AUTH'],
  disableReverseLookup: true,
  onAuth: (auth, session, done) =>
    auth.username === user && auth.password === password ? done(null, { user }) : done(refusal(535, 'nicht angenommen')),
  onRcptTo(address, session, done) {
    if (address.address.startsWith('unbekannt')) return done(refusal(550, '5.1.1 unbekannt'));
    if (address.address.startsWith('spaeter')) return done(refusal(451, '4.7.1 spaeter'));
    if (address.address.startsWith('abbruch')) return drop(session);
    if (address.address.startsWith('langsam')) return undefined;
    return done();
  },
  onData(stream, session, done) {
    const parts = [];
    stream.on('data', part => parts.push(part));
    stream.on('end', () => {
      const to = session.envelope.rcptTo.map(each => each.address);
      const raw = Buffer.concat(parts).toString('base64');
      console.log(JSON.stringify({ from: session.envelope.mailFrom.address, to, raw, tls: session.secure }));
      // The message is taken, and the sender never hears of it.
      if (is(session, 'stumm')) drop(session);
      else if (is(session, 'voll')) done(refusal(552, '5.2.2 voll'));
      else done();
    });
  },
});
server.on('error', () => { });
// Whoever asks knows by the answer that all messages before it have been told.
process.stdin.on('data', () => console.log('{}'));
const drop = session => {
  for (const connection of server.connections)
    if (connection.session.id === session.id) connection._socket.destroy();
};
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ port: server.server.address().port })));
