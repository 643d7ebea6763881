import type { CrsHypothesis } from '../model/crs-api.ts';
import type { Bilingual } from '../model/dataset.ts';
import type { Judgement } from './judge-hypotheses.ts';

/** So many hypotheses are told in a sentence; the table has them all. */
const TOLD = 3;

/** A judgement in a sentence that says no more than its counts: “98 of 100 fall inside if BD-09, 71 of 100 if WGS84”. */
export function describeVerdict(judgement: Judgement, declared: CrsHypothesis | undefined): Bilingual {
  const { verdict, evidence, best } = judgement;
  if (verdict === 'untested' || declared === undefined) {
    return {
      zh: '没有可检验的坐标，或没有可对照的区划界线：先导入区划',
      en: 'There are no coordinates to test, or no boundaries to test them against: load areas first',
    };
  }
  if (verdict === 'none-fits') {
    return {
      zh: `${evidence.of} 对坐标按任何已知坐标系都不落在已导入的区划内：先导入当地区划，或写出坐标系的 proj4 或 WKT 定义`,
      en: `None of ${evidence.of} pairs falls inside the loaded areas under any known system: load the areas of the place first, or declare the system by its proj4 or WKT definition`,
    };
  }
  const others = best.filter((one) => one !== declared);
  const told = [declared, ...others.slice(0, TOLD)].sort((a, b) => b[evidence.by] - a[evidence.by]);
  const [where, there] =
    evidence.by === 'agreeing'
      ? ['落在本行写明的区划内', 'fall inside the area that their row names']
      : ['落在区划内', 'fall inside areas'];
  const zh = told.map((one) => `按 ${titleOf(one).zh} 有 ${one[evidence.by]}/${evidence.of} ${where}`).join('，');
  const en = told
    .map((one, i) => `${one[evidence.by]} of ${evidence.of} ${i === 0 ? `${there} ` : ''}if ${titleOf(one).en}`)
    .join(', ');
  const [endZh, endEn] = ENDS[verdict](best.includes(declared));
  return { zh: `${zh}：${endZh}`, en: `${en}: ${endEn}` };
}

const ENDS: Readonly<Record<'fits' | 'other-fits' | 'undecided', (declaredAmongBest: boolean) => [string, string]>> = {
  fits: () => ['与声明相符', 'as declared'],
  'other-fits': () => ['建议改用前者', 'the former fits better than what is declared'],
  undecided: (declared) =>
    declared
      ? ['样本不足以区分，维持声明', 'the sample does not tell them apart; nothing speaks against the declaration']
      : [
          '都比声明更合适，但样本不足以区分，请向提供者核实',
          'all fit better than what is declared and the sample does not tell them apart; ask whoever made the file',
        ],
};

function titleOf({ title, swapped }: CrsHypothesis): Bilingual {
  return swapped ? { zh: `${title.zh}（两列对调）`, en: `${title.en} with the columns swapped` } : title;
}
