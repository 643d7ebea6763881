import type { Verdict } from '../../geodata/model/operator-api.ts';
import type { Cell } from '../../geodata/model/place.ts';
import type { Span } from './queries.ts';
import type { AreaSight, DatasetSight } from './sight.ts';

export interface StandingRow {
  id: number;
  name: string;
  /** Null: under its own name. */
  countsAsId: number | null;
  namesNobody: boolean;
}

export interface DecisionRow {
  id: number;
  verdict: Verdict;
  names: string[];
  countsAs: string | null;
  why: string;
  decidedBy: string;
  decidedAt: Date;
  undoneBy: string | null;
  undoneAt: Date | null;
}

export interface OperatorQueries {
  'operators/list_standing': { params: { datasetId: number }; row: StandingRow };
  'operators/settle': {
    params: { ids: number[]; countsAsIds: (number | null)[]; namesNobody: boolean[] };
    row: { id: number };
  };
  'operators/count_records': {
    params: AreaSight & { datasetId: number };
    row: StandingRow & { records: number; judged: number };
  };
  'areas/count_groups': {
    params: AreaSight & { datasetId: number; level: string; groupNos: number[]; operatorIds: number[] };
    row: { groupNo: number; areaId: number; records: number; amount: number; holders: number };
  };
  'records/sum_unnamed': {
    params: Span &
      AreaSight & { datasetId: number; areaId: number | null; cells: readonly Cell[] | null; limit: number };
    row: { name: string | null; records: number };
  };
  'operator_decisions/insert': {
    params: {
      datasetId: number;
      verdict: Verdict;
      names: readonly string[];
      countsAs: string | null;
      why: string;
      decidedBy: string;
      now: Date;
    };
    row: { id: number };
  };
  'operator_decisions/undo': {
    params: { id: number; datasetId: number; undoneBy: string; now: Date };
    row: { id: number; verdict: Verdict; names: number };
  };
  'operator_decisions/find_dataset': {
    params: DatasetSight & { id: number };
    row: { datasetId: number; code: string };
  };
  'operator_decisions/list': { params: { datasetId: number; undoneToo: boolean }; row: DecisionRow };
}
