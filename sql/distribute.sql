-- Spreads the tables over a Citus cluster: run once on the coordinator, after the first migration. Does nothing elsewhere.
-- Records go by the county whose office supplied them; what is small and read by all is copied to every node. Imports,
-- measurements, accounts and the audit log
-- stay on the coordinator: import_run, rejection, confirmed_batch, measurement, area_indicator, header_mapping, migration, account, account_area, account_dataset, account_identity, recovery_code, session, sign_in_count, audit_entry, audit_head, operator_decision, gazetteer_state, area_inspection.
do $$
begin
  if not exists (select from pg_extension where extname = 'citus') then
    return;
  end if;
  perform create_reference_table('area');
  perform create_reference_table('area_alias');
  perform create_reference_table('area_denominator');
  perform create_reference_table('area_neighbour');
  perform create_reference_table('area_within');
  perform create_reference_table('address_decision');
  perform create_reference_table('dataset');
  perform create_reference_table('operator');
  perform create_reference_table('place');
  perform create_reference_table('place_area');
  perform create_reference_table('cell');
  perform create_distributed_table('record', 'county_code');
  perform create_distributed_table('former_record', 'county_code');
end
$$;
