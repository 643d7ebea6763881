/** What people type into a search for areas, as areas/search.sql wants it: lower-cased, and no sign of it a pattern. */
export const searchText = (typed: string): string => typed.toLowerCase().replace(/[\\%_]/g, '\\$&');
