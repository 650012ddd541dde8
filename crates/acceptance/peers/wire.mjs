// What both Node peers need to know of the interface: hashes, zip, AES, return documents.

import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { unzipSync, zipSync } from 'fflate';
import iconv from 'iconv-lite';

export const STORY = JSON.parse(process.env.STORY);
export const ACCOUNT = STORY.account;

export const md5 = (bytes) => createHash('md5').update(bytes).digest();
export const gbk = (text) => iconv.encode(text, 'gbk');
export const passwordHash = (nonce) => md5(gbk(ACCOUNT.password + nonce)).toString('base64');

const cipher = (make) => make('aes-128-cbc', Buffer.from(ACCOUNT.key), Buffer.from(ACCOUNT.offset));

export function encrypted(bytes) {
  const aes = cipher(createCipheriv);
  return Buffer.concat([aes.update(bytes), aes.final()]);
}

export function decrypted(bytes) {
  const aes = cipher(createDecipheriv);
  return Buffer.concat([aes.update(bytes), aes.final()]);
}

export const packed = (text, name) => Buffer.from(zipSync({ [name]: new Uint8Array(gbk(text)) }));

export function unpacked(archive) {
  const files = Object.values(unzipSync(new Uint8Array(archive)));
  if (files.length !== 1) throw new Error(`${files.length} files in the archive`);
  return iconv.decode(Buffer.from(files[0]), 'gbk');
}

export function field(document, name) {
  const found = new RegExp(`<${name}>([^<]*)</${name}>`).exec(document);
  return found === null ? null : found[1];
}
