import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskAddress } from '../../../geodata/disclosure/mask-address.ts';
import { maskName } from '../../../geodata/disclosure/mask-name.ts';
import { maskRecord, type UnmaskedRecord } from '../../../geodata/disclosure/mask-record.ts';
import type { Dataset } from '../../../geodata/model/dataset.ts';

test.each([
  ['张三丰', '张**'],
  ['欧阳明月', '欧***'],
  ['𠮷田', '𠮷*'],
  ['李', '*'],
  ['John Smith', 'J***'],
  ['Li', 'L***'],
  [' 张三 ', '张*'],
  ['', ''],
])('the name %s is shown as %s', (name, masked) => {
  expect(maskName(name)).toBe(masked);
});

test('of a name no character but the first is ever shown', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      expect(Array.from(maskName(name)).slice(1).join('')).toMatch(/^\**$/);
    }),
  );
});

test.each([
  ['尚湖镇罗墩村(12)陈家宅23号', '尚湖镇罗墩村***'],
  ['罗墩12组23号', '***'],
  ['常熟市尚湖镇罗墩村', '常熟市尚湖镇罗墩村'],
  ['琴川街道海虞南路12号', '琴川街道***'],
  ['虞山街道甬江社区3幢402', '虞山街道甬江社区***'],
  ['常熟市海虞南路12号', '常熟市***'],
  ['12 Main Street', '***'],
  ['村前村5号', '村前村***'],
  ['', ''],
])('the address %s is shown as %s', (address, masked) => {
  expect(maskAddress(address)).toBe(masked);
});

test('no digit of an address is ever shown', () => {
  const piece = fc.constantFrom('尚湖镇', '罗墩村', '12', '组', '２３', '号', '陈家宅', '社区', ' ', '(', ')');
  fc.assert(
    fc.property(
      fc.array(piece).map((pieces) => pieces.join('')),
      (address) => {
        expect(maskAddress(address)).not.toMatch(/[\d０-９]/);
      },
    ),
  );
});

const dataset: Dataset = {
  id: 'house-insurance',
  title: { zh: '农房险', en: 'House insurance' },
  key: [],
  place: {},
  fields: [
    { id: 'product', column: 'product', title: { zh: '产品', en: 'Product' }, type: 'text', sensitivity: 0 },
    { id: 'phone', column: 'phone', title: { zh: '电话', en: 'Telephone' }, type: 'text', sensitivity: 2 },
    { id: 'payer', column: 'payer', title: { zh: '付款人', en: 'Payer' }, type: 'text', sensitivity: 2 },
    { id: 'income', column: 'income', title: { zh: '收入', en: 'Income' }, type: 'number', sensitivity: 2 },
    { id: 'idcard', column: 'idcard', title: { zh: '身份证', en: 'Identity card' }, type: 'text', sensitivity: 3 },
  ],
};

const record: UnmaskedRecord = {
  id: 1,
  key: 'P1',
  happenedOn: '2020-05-01',
  amount: 1250,
  operatorId: 7,
  operator: '范某某',
  countsAs: null,
  holder: '张三丰',
  category: null,
  whereabouts: { address: '尚湖镇罗墩村12组23号', areaName: '罗墩村' },
  grade: 'address-house',
  score: 0.97,
  lng: null,
  lat: null,
  cell: null,
  fields: {
    product: '农房险',
    phone: '13812345678',
    payer: '王五',
    income: 41000,
    idcard: '320581198001011234',
    undeclared: '320581198001011234',
  },
  fileName: 'a.csv',
  line: 2,
};

test('a record shows its business but not its people', () => {
  expect(maskRecord(dataset, record)).toEqual({
    id: 1,
    countsAs: null,
    key: 'P1',
    happenedOn: '2020-05-01',
    amount: 1250,
    operatorId: 7,
    operator: '范某某',
    holder: '张**',
    category: null,
    address: '尚湖镇罗墩村***',
    grade: 'address-house',
    score: 0.97,
    lng: null,
    lat: null,
    cell: null,
    fields: { product: '农房险', phone: '138****', payer: '王*', income: '***' },
    fileName: 'a.csv',
    line: 2,
  });
});

test('what is missing stays missing', () => {
  const bare = maskRecord(dataset, { ...record, holder: null, whereabouts: {}, fields: {} });
  expect(bare).toMatchObject({ holder: null, address: null, fields: {} });
});
