// An authority in Node that nothing of this project is part of but the WSDLs: the package `soap` serves
// them. It knows one account, keeps the last upload, and has one file to hand out. Prints its port.

import { createServer } from 'node:http';
import soap from 'soap';
import { ACCOUNT, STORY, decrypted, encrypted, md5, packed, passwordHash, unpacked } from './wire.mjs';

const TRIES = 5;
let last = { sequence: 0, archive: null };
let waiting = { name: '20261123090000100107.xml', archive: packed(STORY.delivery, 'a.xml') };
let tries = 0;

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const broken = (bytes) => bytes.toString('base64').replace(/.{76}/g, '$&\r\n');
const answer = (code, inside = '') => ({
  return: `<?xml version="1.0" encoding="GBK"?>\r\n<return><msg_code>${code}</msg_code><msg>示例</msg>${inside}</return>`,
});
const file = (name, archive, sequence = '') =>
  '<fileInfos><hashAlgorithm>0</hashAlgorithm><compressionFormat>0</compressionFormat>' +
  `<encryptAlgorithm>1</encryptAlgorithm>${sequence}<return_FileName>${name}</return_FileName>` +
  `<beianInfo>${broken(encrypted(archive))}</beianInfo>` +
  `<beianInfoHash>${broken(md5(archive))}</beianInfoHash></fileInfos>`;

// One code says what is wrong with who asks; the spelling of the first parameter is checked per method.
function admitted(method, args) {
  const id = method === 'isp_querypreviousupload' ? args.ispId : args.ispID;
  if (Number(id) !== ACCOUNT.isp_id) return 12;
  if (args.userName !== ACCOUNT.user_name) return 4;
  if (!/^[0-9A-Za-z]{20}$/.test(args.randVal)) return 16;
  return args.pwdHash === passwordHash(args.randVal) ? 0 : 5;
}

function upload(args) {
  const archive = decrypted(Buffer.from(args.beianInfo, 'base64'));
  if (!md5(archive).equals(Buffer.from(args.beianInfoHash, 'base64'))) return answer(7);
  if (unpacked(archive) !== STORY.document) return answer(8);
  const sequence = Number(args.dataSequence);
  if (sequence !== last.sequence + 1) {
    return answer(14, `<dataSequences><dataSequence>${last.sequence + 1}</dataSequence></dataSequences>`);
  }
  last = { sequence, archive };
  return answer(0);
}

function previous() {
  const sequence = `<dataSequence>${last.sequence}</dataSequence>`;
  return answer(0, last.archive ? file('a.xml', last.archive, sequence) : `<fileInfos>${sequence}</fileInfos>`);
}

function acknowledge({ fileName }) {
  if (fileName !== waiting?.name) return answer(999);
  waiting = null;
  return answer(0);
}

function status({ queryConditionType, queryCondition }) {
  const filed = queryCondition === STORY.domain;
  const numbers = filed ? '<Ztbah>粤ICP备2026000001号</Ztbah><Wzbah>粤ICP备2026000001号-1</Wzbah>' : '';
  const condition = `<Cxtjlx>${queryConditionType}</Cxtjlx><Cxtj>${escaped(queryCondition)}</Cxtj>`;
  return answer(0, `<StatusInfo>${condition}${numbers}<Bazt>${filed ? 0 : 1}</Bazt></StatusInfo>`);
}

function verify({ baxh, bamm }) {
  tries += 1;
  if (tries > TRIES) return answer(22);
  const right = baxh === '粤ICP备2026000001号' && bamm === STORY.filing_password;
  return answer(0, `<VerifyRes>${right ? 0 : 1}</VerifyRes>`);
}

const METHODS = {
  isp_upload: upload,
  isp_download: () => (waiting ? answer(1, file(waiting.name, waiting.archive)) : answer(2)),
  isp_downloadack: acknowledge,
  isp_querypreviousupload: previous,
  isp_querybeianstatus: status,
  isp_verifybamm: verify,
};

function guarded(method) {
  return (args) => {
    const code = admitted(method, args);
    return code === 0 ? METHODS[method](args) : answer(code);
  };
}

const http = createServer((_, response) => response.writeHead(404).end());
await new Promise((ready) => http.listen(0, '127.0.0.1', ready));
for (const { name, path, methods, wsdl } of STORY.services) {
  const port = Object.fromEntries(methods.map((method) => [method, guarded(method)]));
  await new Promise((ready) => {
    soap.listen(http, { path, services: { [name]: { [`${name}Port`]: port } }, xml: wsdl, callback: ready });
  });
}
console.log(http.address().port);
