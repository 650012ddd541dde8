<?php

// A provider in PHP that nothing of this project is part of: PHP's own SoapClient speaks SOAP, OpenSSL and
// zlib do the rest. Tells on standard output what came of each step, as one JSON object.

declare(strict_types=1);

$story = json_decode(getenv('STORY'), true, flags: JSON_THROW_ON_ERROR);
$account = $story['account'];

function service(string $path): SoapClient
{
    global $story;
    return new SoapClient($story['base'] . $path, ['cache_wsdl' => WSDL_CACHE_NONE, 'exceptions' => true]);
}

$exchange = service('/ISPWebService/upDownLoad?wsdl');
$status_query = service('/BeianStatusWebService/queryBeianStatus?wsdl');
$password_check = service('/BeianStatusWebService/verifyBamm?wsdl');

function gbk(string $text): string
{
    return iconv('UTF-8', 'GBK', $text);
}

/** The return document, as text. */
function call(SoapClient $service, string $method, array $parameters = []): string
{
    global $account;
    $nonce = substr(bin2hex(random_bytes(10)), 0, 20);
    $identity = [
        'ispId' => $account['isp_id'],
        'userName' => $account['user_name'],
        'randVal' => $nonce,
        'pwdHash' => base64_encode(md5(gbk($account['password'] . $nonce), true)),
        'hashAlgorithm' => 0,
    ];
    return $service->$method($identity + $parameters)->return;
}

function field(string $document, string $name): ?string
{
    return preg_match("/<$name>([^<]*)<\/$name>/", $document, $found) ? $found[1] : null;
}

/** A zip archive with one file, written by hand: local header, data, directory, end. */
function packed(string $text): string
{
    $name = '2026112309000010011.xml';
    $bytes = gbk($text);
    $data = gzdeflate($bytes);
    $about = pack('vvvvvVVVvv', 20, 0, 8, 0, 0x5C21, crc32($bytes), strlen($data), strlen($bytes), strlen($name), 0);
    $local = "PK\x03\x04" . $about . $name . $data;
    $directory = "PK\x01\x02" . pack('v', 20) . $about . pack('vvvVV', 0, 0, 0, 0, 0) . $name;
    $end = "PK\x05\x06" . pack('vvvvVVv', 0, 0, 1, 1, strlen($directory), strlen($local), 0);
    return $local . $directory . $end;
}

/** The text of the only file in an archive, found through the directory at its end. */
function unpacked(string $archive): string
{
    $end = unpack('vfiles/vtotal/Vsize/Vat', $archive, strrpos($archive, "PK\x05\x06") + 8);
    assert($end['total'] === 1);
    $entry = unpack('Vcrc/Vpacked/Vsize', $archive, $end['at'] + 16);
    $at = unpack('V', $archive, $end['at'] + 42)[1];
    $lengths = unpack('vname/vextra', $archive, $at + 26);
    $data = substr($archive, $at + 30 + $lengths['name'] + $lengths['extra'], $entry['packed']);
    $bytes = gzinflate($data);
    assert(crc32($bytes) === $entry['crc']);
    return iconv('GBK', 'UTF-8', $bytes);
}

function opened(string $document): string
{
    global $account;
    $sealed = base64_decode(field($document, 'beianInfo'));
    $archive = openssl_decrypt($sealed, 'aes-128-cbc', $account['key'], OPENSSL_RAW_DATA, $account['offset']);
    if (md5($archive, true) !== base64_decode(field($document, 'beianInfoHash'))) {
        throw new RuntimeException('the hash does not fit');
    }
    return unpacked($archive);
}

function previous(): array
{
    global $exchange;
    $answer = call($exchange, 'isp_querypreviousupload');
    $text = field($answer, 'beianInfo') === '' ? '' : opened($answer);
    return [(int) field($answer, 'dataSequence'), $text];
}

function upload(int $sequence, string $text): array
{
    global $exchange, $account;
    $archive = packed($text);
    $sealed = openssl_encrypt($archive, 'aes-128-cbc', $account['key'], OPENSSL_RAW_DATA, $account['offset']);
    $answer = call($exchange, 'isp_upload', [
        'beianInfo' => base64_encode($sealed),
        'beianInfoHash' => base64_encode(md5($archive, true)),
        'dataSequence' => $sequence,
        'encryptAlgorithm' => 1,
        'compressionFormat' => 0,
    ]);
    preg_match_all('/<dataSequence>([0-9]+)</', $answer, $missing);
    return [(int) field($answer, 'msg_code'), array_map(intval(...), $missing[1])];
}

/** Everything that waits, acknowledged one by one. Each call moves the authority's clock. */
function downloads(): array
{
    global $exchange;
    $texts = [];
    for ($quiet = 0; $quiet < 5;) {
        $answer = call($exchange, 'isp_download');
        $name = field($answer, 'return_FileName');
        if ($name === null) {
            $quiet += 1;
            continue;
        }
        $texts[] = opened($answer);
        if (field(call($exchange, 'isp_downloadack', ['fileName' => $name]), 'msg_code') !== '0') {
            throw new RuntimeException('the acknowledgement was refused');
        }
    }
    return $texts;
}

function status(string $domain): array
{
    global $status_query;
    $condition = ['queryConditionType' => 0, 'queryCondition' => $domain];
    $answer = call($status_query, 'isp_querybeianstatus', $condition);
    return [field($answer, 'Bazt'), field($answer, 'Wzbah')];
}

function verify(string $number, string $password): array
{
    global $password_check;
    $answer = call($password_check, 'isp_verifybamm', ['baxh' => $number, 'bamm' => $password]);
    return [(int) field($answer, 'msg_code'), field($answer, 'VerifyRes')];
}

$report = ['before' => previous(), 'gap' => upload(3, $story['document'])];
$report['upload'] = upload(1, $story['document']);
[$sequence, $text] = previous();
$report['after'] = [$sequence, $text === $story['document']];
$report['unfiled'] = status('nobody-example.cn');
$texts = downloads();
$report['downloads'] = count($texts);
preg_match_all('/<Baxh>([^<]+-[0-9]+)<\/Baxh>/', implode('', $texts), $numbers);
$report['number'] = $numbers[1];
$report['filed'] = status($story['domain']);
// As the person in charge reads it in the authority's message.
$told = file_get_contents($story['base'] . '/control/filing-passwords');
[['number' => $number, 'password' => $password]] = json_decode($told, true);
foreach ([$password, md5($password), 'wrong', 'wrong', 'wrong', $password] as $each) {
    $report['verify'][] = verify($number, $each);
}
echo json_encode($report, JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR), "\n";
