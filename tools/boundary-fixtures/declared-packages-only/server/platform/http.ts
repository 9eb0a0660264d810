import fastq from 'fastq';
export const http = fastq;
