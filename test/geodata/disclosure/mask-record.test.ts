import { expect, test } from 'vitest';
import { maskRecord } from '../../../geodata/disclosure/mask-record.ts';
import { maskAddress, maskName } from '../../../geodata/disclosure/mask-text.ts';
import type { Dataset } from '../../../geodata/model/dataset.ts';

test.each([
  ['张三丰', '张**'],
  ['李四', '李*'],
  ['𠮷野', '𠮷*'],
  ['Jane Smith', 'J***'],
  ['', ''],
])('the name %s is shown as %s', (name, masked) => expect(maskName(name)).toBe(masked));

test.each([
  ['尚湖镇罗墩村12组23号', '尚湖镇罗墩村***'],
  ['尚湖镇罗墩村(12)陈家宅23号', '尚湖镇罗墩村***'],
  ['罗墩村十二组', '罗墩村***'],
  ['尚湖镇罗墩村', '尚湖镇罗墩村'],
])('of the address %s remains %s', (address, masked) => expect(maskAddress(address)).toBe(masked));

const title = { zh: '', en: '' };
const dataset: Dataset = {
  id: 'x',
  title,
  key: [],
  place: {},
  fields: [
    { id: 'area', column: 'area', title, type: 'number', sensitivity: 0 },
    { id: 'insured', column: 'insured', title, type: 'text', sensitivity: 2 },
    { id: 'identity', column: 'identity', title, type: 'text', sensitivity: 3 },
  ],
};

test('personal fields are masked, secret and undeclared ones left out', () => {
  const row = maskRecord(dataset, {
    id: 1,
    key: 'k',
    happenedOn: null,
    amount: 5,
    operatorId: 1,
    operator: '范某',
    holder: '张三',
    category: null,
    grade: null,
    lng: null,
    lat: null,
    cell: null,
    fileName: 'f.csv',
    line: 2,
    whereabouts: { address: '罗墩村23号' },
    fields: { area: 120, insured: '张三', identity: '320581199001011234', forgotten: 'x' },
  });
  expect(row).toMatchObject({ operator: '范某', holder: '张*', address: '罗墩村***', fields: { area: 120, insured: '张*' } });
  expect(Object.keys(row.fields)).toEqual(['area', 'insured']);
  expect(JSON.stringify(row)).not.toContain('199001');
});
