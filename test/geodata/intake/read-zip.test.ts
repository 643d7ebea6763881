import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { IntakeError } from '../../../geodata/intake/intake-error.ts';
import { readZip } from '../../../geodata/intake/read-zip.ts';

const LIMITS = { entries: 100, bytes: 100 * 1024 ** 2, ratio: 100 };

describe('a zip archive', () => {
  it('gives its files by name, without folders', async () => {
    const zip = await packed({ 'a/村.shp': Buffer.from('one'), 'b.dbf': Buffer.from('two') });
    const files = await readZip(zip, LIMITS);
    expect([...files].map(([name, bytes]) => [name, Buffer.from(bytes).toString()])).toEqual([
      ['a/村.shp', 'one'],
      ['b.dbf', 'two'],
    ]);
  });

  it('unpacks what is wanted only', async () => {
    const zip = await packed({ 'a.shp': Buffer.from('one'), 'photo.tif': Buffer.alloc(1000) });
    const wanted = (name: string) => name.endsWith('.shp');
    expect([...(await readZip(zip, { ...LIMITS, bytes: 10, wanted })).keys()]).toEqual(['a.shp']);
  });

  it('reads names that Chinese Windows wrote in GBK', async () => {
    const zip = await packed({ 'ab.shp': Buffer.from('one') });
    // 村 in GBK, in place of “ab”; yazl marks names as UTF-8, older programs do not.
    const gbk = Buffer.from(zip.toString('latin1').replaceAll('ab.shp', '\xb4\xe5.shp'), 'latin1');
    gbk.writeUInt16LE(gbk.readUInt16LE(6) & ~0x800, 6);
    const directory = gbk.indexOf('PK\x01\x02', 0, 'latin1');
    gbk.writeUInt16LE(gbk.readUInt16LE(directory + 8) & ~0x800, directory + 8);
    expect([...(await readZip(gbk, LIMITS)).keys()]).toEqual(['村.shp']);
  });

  it('is refused before it is unpacked when it declares more than is allowed', async () => {
    const zip = await packed({ 'zeros.shp': Buffer.alloc(60 * 1024 ** 2) });
    expect(zip.length).toBeLessThan(100_000);
    await expect(readZip(zip, LIMITS)).rejects.toThrow(/60 MB/);
    await expect(readZip(zip, { ...LIMITS, bytes: 1024, ratio: Infinity })).rejects.toThrow(IntakeError);
  });

  it('is refused while it is unpacked when it declares less than it holds', async () => {
    const zip = await packed({ 'zeros.shp': Buffer.alloc(30 * 1024 ** 2) });
    const directory = zip.indexOf('PK\x01\x02', 0, 'latin1');
    zip.writeUInt32LE(1000, directory + 24);
    await expect(readZip(zip, LIMITS)).rejects.toThrow(IntakeError);
  });

  it('is refused with more files than are allowed', async () => {
    const many = Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`${i}.txt`, Buffer.from('x')]));
    await expect(readZip(await packed(many), { ...LIMITS, entries: 4 })).rejects.toThrow(/4 files/);
  });

  it('is read or refused, whatever is cut off or changed', async () => {
    const zip = await packed({ 'a.shp': Buffer.from('one two three'), 'b.dbf': Buffer.alloc(300, 7) });
    await fc.assert(
      fc.asyncProperty(
        fc.nat(zip.length),
        fc.array(fc.tuple(fc.nat(zip.length - 1), fc.nat(255)), { maxLength: 4 }),
        async (cut, changes) => {
          const bytes = Buffer.from(zip.subarray(0, zip.length - (cut % 3 === 0 ? cut : 0)));
          for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
          await readZip(bytes, LIMITS).catch((error: unknown) => expect(error).toBeInstanceOf(IntakeError));
        },
      ),
    );
  });
});

async function packed(files: Readonly<Record<string, Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(content, name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
