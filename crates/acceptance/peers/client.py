"""A provider in Python that nothing of this project is part of: zeep speaks SOAP, the standard library and
PyCryptodome do hashes, zip and AES. Tells on standard output what came of each step, as one JSON object."""

import base64
import hashlib
import io
import json
import os
import re
import secrets
import string
import urllib.request
import zipfile

from Crypto.Cipher import AES
from Crypto.Util.Padding import pad, unpad
from lxml import etree
from zeep import Client

STORY = json.loads(os.environ["STORY"])
ACCOUNT = STORY["account"]
NAMESPACE = "http://www.miibeian.gov.cn"


def service(path):
    return Client(STORY["base"] + path).service


EXCHANGE = service("/ISPWebService/upDownLoad?wsdl")
STATUS = service("/BeianStatusWebService/queryBeianStatus?wsdl")
VERIFY = service("/BeianStatusWebService/verifyBamm?wsdl")


def identity():
    nonce = "".join(secrets.choice(string.ascii_letters + string.digits) for _ in range(20))
    digest = hashlib.md5((ACCOUNT["password"] + nonce).encode("gbk")).digest()
    return {
        "ispId": ACCOUNT["isp_id"],
        "userName": ACCOUNT["user_name"],
        "randVal": nonce,
        "pwdHash": base64.b64encode(digest).decode(),
        "hashAlgorithm": 0,
    }


def answer(text):
    """The return document. It names GBK although it came as Unicode, so the declaration goes first."""
    return etree.fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))


def code(document):
    return int(document.findtext("msg_code"))


def cipher():
    return AES.new(ACCOUNT["key"].encode(), AES.MODE_CBC, ACCOUNT["offset"].encode())


def packed(text):
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("2026112309000010011.xml", text.encode("gbk"))
    return archive.getvalue()


def opened(infos):
    """The text of a delivered file, after its hash was compared."""
    assert infos.findtext("encryptAlgorithm") == "1" and infos.findtext("compressionFormat") == "0"
    archive = unpad(cipher().decrypt(base64.b64decode(infos.findtext("beianInfo"))), 16)
    assert hashlib.md5(archive).digest() == base64.b64decode(infos.findtext("beianInfoHash"))
    with zipfile.ZipFile(io.BytesIO(archive)) as inside:
        (name,) = inside.namelist()
        return inside.read(name).decode("gbk")


def previous():
    document = answer(EXCHANGE.isp_querypreviousupload(**identity()))
    assert code(document) == 0
    infos = document.find("fileInfos")
    body = infos.findtext("beianInfo")
    return int(infos.findtext("dataSequence")), opened(infos) if body else ""


def upload(sequence, text):
    archive = packed(text)
    document = answer(
        EXCHANGE.isp_upload(
            beianInfo=base64.b64encode(cipher().encrypt(pad(archive, 16))).decode(),
            beianInfoHash=base64.b64encode(hashlib.md5(archive).digest()).decode(),
            dataSequence=sequence,
            encryptAlgorithm=1,
            compressionFormat=0,
            **identity(),
        )
    )
    return code(document), [int(each.text) for each in document.iter("dataSequence")]


def downloads():
    """Everything that waits, acknowledged one by one. Each call moves the authority's clock."""
    texts, quiet = [], 0
    while quiet < 5:
        document = answer(EXCHANGE.isp_download(**identity()))
        infos = document.find("fileInfos")
        if infos is None:
            assert code(document) == 2
            quiet += 1
            continue
        texts.append(opened(infos))
        name = infos.findtext("return_FileName")
        assert code(answer(EXCHANGE.isp_downloadack(fileName=name, **identity()))) == 0
    return texts


def status(domain):
    document = answer(
        STATUS.isp_querybeianstatus(queryConditionType=0, queryCondition=domain, **identity())
    )
    info = document.find("StatusInfo")
    return [info.findtext("Bazt"), info.findtext("Wzbah")]


def verify(number, password):
    document = answer(VERIFY.isp_verifybamm(baxh=number, bamm=password, **identity()))
    return [code(document), document.findtext("VerifyRes")]


def told_password():
    """As the person in charge reads it in the authority's message."""
    with urllib.request.urlopen(STORY["base"] + "/control/filing-passwords") as told:
        (filed,) = json.load(told)
    return filed["number"], filed["password"]


def main():
    report = {"before": previous(), "gap": upload(3, STORY["document"])}
    report["upload"] = upload(1, STORY["document"])
    sequence, text = previous()
    report["after"] = [sequence, text == STORY["document"]]
    report["unfiled"] = status("nobody-example.cn")
    texts = downloads()
    report["downloads"] = len(texts)
    report["number"] = re.findall(r"<Baxh>([^<]+-[0-9]+)</Baxh>", "".join(texts))
    report["filed"] = status(STORY["domain"])
    number, password = told_password()
    hashed = hashlib.md5(password.encode("gbk")).hexdigest()
    tries = [password, hashed, "wrong", "wrong", "wrong", password]
    report["verify"] = [verify(number, each) for each in tries]
    print(json.dumps(report, ensure_ascii=False))


main()
