// The dozen rules for json-rules-engine, over one document a server as that engine wants it: facts by name, rules with
// paths into them. Its own operators compare versions and free room.
const { Engine } = require('json-rules-engine');
const fs = require('fs');

const below = (a, b) => {
  for (let i = 0; i < 4; i++) if (a[i] !== b[i]) return a[i] < b[i];
  return false;
};
const is = (fact, path, value, operator = 'equal') => ({ fact, path, operator, value });
const sends = is('server', '$.sends', true);
const rules = {
  'agent-below-service-floor': [sends, is('software', '$.mars', [2, 0, 9083, 0], 'below')],
  'agent-newest-known': [is('software', '$.mars', [2, 0, 9262, 0], 'atLeast')],
  'azure-not-reachable': [sends, is('reach', '$.azure.reachable', false)],
  'azure-behind-proxy-login': [sends, is('reach', '$.azure.status', 407)],
  'agent-service-stopped': [sends, is('services', '$.obengine.state', 'stopped')],
  'agent-service-disabled': [sends, is('services', '$.obengine.start', 'disabled')],
  'agent-service-running': [is('services', '$.obengine.state', 'running')],
  'scratch-volume-nearly-full': [sends, is('volumes', '$.scratch', 5, 'freeBelow')],
  'scratch-volume-has-room': [is('volumes', '$.scratch', 10, 'freeAtLeast')],
  'registered-with-other-vault': [sends, is('vault', '$.now', { fact: 'vault', path: '$.target' }, 'notEqual')],
  'nothing-to-keep-in-other-vault': [
    is('vault', '$.points', false),
    is('vault', '$.now', { fact: 'vault', path: '$.target' }, 'notEqual'),
  ],
  'vss-disabled': [is('errors', undefined, 3106, 'contains'), is('services', '$.VSS.start', 'disabled')],
};

const engine = new Engine();
engine.addOperator('below', below);
engine.addOperator('atLeast', (a, b) => !below(a, b));
engine.addOperator('freeBelow', (volume, percent) => volume.free * 100 < volume.size * percent);
engine.addOperator('freeAtLeast', (volume, percent) => volume.free * 100 >= volume.size * percent);
for (const [type, all] of Object.entries(rules)) engine.addRule({ conditions: { all }, event: { type } });

const [documents, rounds, decisions] = process.argv.slice(2);
const servers = JSON.parse(fs.readFileSync(documents, 'utf8'));

(async () => {
  const out = [];
  for (const facts of servers) {
    for (const event of (await engine.run(facts)).events) out.push(event.type + ' ' + facts.server.name + '\n');
  }
  fs.writeFileSync(decisions, out.join(''));
  for (let round = 0; round < Number(rounds); round++) {
    const from = process.hrtime.bigint();
    for (const facts of servers) await engine.run(facts);
    console.log('round ' + Number(process.hrtime.bigint() - from) / 1e9);
  }
})();
