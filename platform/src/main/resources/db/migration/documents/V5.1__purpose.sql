-- Which of the person's keys seals the document: that of its case.
alter table documents.documents add purpose text not null default 'CASEWORK';
