-- Writes how the file of an import is read, once that is known. One row.
update import_run
set county_code = :countyCode::text,
    format      = :format::text,
    encoding    = :encoding::text
where id = :id::int
returning id;
