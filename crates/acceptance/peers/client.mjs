// A provider in Node that nothing of this project is part of: the package `soap` speaks SOAP. Tells on
// standard output what came of each step, as one JSON object.

import { randomInt } from 'node:crypto';
import soap from 'soap';
import { ACCOUNT, STORY, decrypted, encrypted, field, md5, packed, passwordHash, unpacked } from './wire.mjs';

const service = (path) => soap.createClientAsync(`${STORY.base}${path}`);
const exchange = await service('/ISPWebService/upDownLoad?wsdl');
const statusQuery = await service('/BeianStatusWebService/queryBeianStatus?WSDL');
const passwordCheck = await service('/BeianStatusWebService/verifyBamm?wsdl');

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

function identity() {
  const randVal = Array.from({ length: 20 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return { ispId: ACCOUNT.isp_id, userName: ACCOUNT.user_name, randVal, pwdHash: passwordHash(randVal) };
}

async function call(client, method, parameters = {}) {
  const [result] = await client[`${method}Async`]({ ...identity(), ...parameters, hashAlgorithm: 0 });
  const document = result.return;
  return { document, code: Number(field(document, 'msg_code')) };
}

function opened(document) {
  const archive = decrypted(Buffer.from(field(document, 'beianInfo'), 'base64'));
  const hash = Buffer.from(field(document, 'beianInfoHash'), 'base64');
  if (!md5(archive).equals(hash)) throw new Error('the hash does not fit');
  return unpacked(archive);
}

async function previous() {
  const { document } = await call(exchange, 'isp_querypreviousupload');
  const text = field(document, 'beianInfo') ? opened(document) : '';
  return [Number(field(document, 'dataSequence')), text];
}

async function upload(dataSequence, text) {
  const archive = packed(text, '2026112309000010011.xml');
  const { document, code } = await call(exchange, 'isp_upload', {
    beianInfo: encrypted(archive).toString('base64'),
    beianInfoHash: md5(archive).toString('base64'),
    dataSequence,
    encryptAlgorithm: 1,
    compressionFormat: 0,
  });
  const missing = [...document.matchAll(/<dataSequence>(\d+)<\/dataSequence>/g)];
  return [code, missing.map((each) => Number(each[1]))];
}

// Everything that waits, acknowledged one by one. Each call moves the authority's clock.
async function downloads() {
  const texts = [];
  for (let quiet = 0; quiet < 5; ) {
    const { document } = await call(exchange, 'isp_download');
    const fileName = field(document, 'return_FileName');
    if (fileName === null) {
      quiet += 1;
      continue;
    }
    texts.push(opened(document));
    const { code } = await call(exchange, 'isp_downloadack', { fileName });
    if (code !== 0) throw new Error(`the acknowledgement was answered with ${code}`);
  }
  return texts;
}

async function status(domain) {
  const condition = { queryConditionType: 0, queryCondition: domain };
  const { document } = await call(statusQuery, 'isp_querybeianstatus', condition);
  return [field(document, 'Bazt'), field(document, 'Wzbah')];
}

async function verify(baxh, bamm) {
  const { document, code } = await call(passwordCheck, 'isp_verifybamm', { baxh, bamm });
  return [code, field(document, 'VerifyRes')];
}

// As the person in charge reads it in the authority's message.
async function toldPassword() {
  const [filed] = await (await fetch(`${STORY.base}/control/filing-passwords`)).json();
  return filed;
}

const report = { before: await previous(), gap: await upload(3, STORY.document) };
report.upload = await upload(1, STORY.document);
const [sequence, text] = await previous();
report.after = [sequence, text === STORY.document];
report.unfiled = await status('nobody-example.cn');
const texts = await downloads();
report.downloads = texts.length;
report.number = [...texts.join('').matchAll(/<Baxh>([^<]+-[0-9]+)<\/Baxh>/g)].map((each) => each[1]);
report.filed = await status(STORY.domain);
const { number, password } = await toldPassword();
report.verify = [];
for (const each of [password, md5(password).toString('hex'), 'wrong', 'wrong', 'wrong', password]) {
  report.verify.push(await verify(number, each));
}
console.log(JSON.stringify(report));
