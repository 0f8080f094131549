-- 发文机关代字: what the document numbers of an agency begin with.
alter table organisation.agencies add mark text unique;
