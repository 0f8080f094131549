-- Which of the person's keys seals what belongs to the case: a complaint in the procuratorate's
-- custody has one of its own.
alter table casework.cases add purpose text not null default 'CASEWORK';
