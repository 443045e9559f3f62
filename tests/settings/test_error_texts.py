"""The cause of an error is told in Home Assistant's language where it has words for it."""

import json
from pathlib import Path

import pytest
from homeassistant.core import HomeAssistant

from custom_components.mycamera.settings import error_texts
from custom_components.mycamera.settings.error_texts import async_fill, cause_of, worded

SAID = {
    "Connection refused": "连接被拒绝",
    "[Errno 111] Connect call failed ('127.0.0.1', 3306)": "连接被拒绝",
    "Failed to resolve hostname nowhere.invalid: Name or service not known": "无法解析主机名",
    "Can't connect to MySQL server on 'nas' (timed out)": "超时未响应",
    "no answer within 10 s": "超时未响应",
    "The database did not answer in time": "超时未响应",
    "[Errno 113] No route to host": "网络不可达",
    "Lost connection to MySQL server during query": "连接中断",
    "[Errno 28] No space left on device": "磁盘空间不足",
    "/media/nas has 12 MiB free, less than 512": "磁盘空间不足",
    "/media/nas cannot be written to (Read-only file system)": "文件系统为只读",
    "Access denied for user 'me'@'nas'": "访问被拒绝",
    "Permission denied": "访问被拒绝",
    "/media/nas is not there (No such file or directory)": "不存在该文件或文件夹",
    "the worker is not connected": "未连接",
    "too many wrong tokens came from this address": "此地址的错误令牌过多，请稍等几秒",
}


@pytest.mark.parametrize(("english", "chinese"), SAID.items())
async def test_causes_are_told_in_chinese(hass: HomeAssistant, english: str, chinese: str) -> None:
    hass.config.language = "zh-Hans"
    assert await async_fill(hass, {"error": english, "name": english}) == {"error": chinese, "name": english}
    assert worded(hass, english) == chinese


async def test_english_keeps_the_details(hass: HomeAssistant) -> None:
    for text in SAID:
        assert await async_fill(hass, {"error": text}) == {"error": text}


async def test_what_has_no_words_stays(hass: HomeAssistant) -> None:
    hass.config.language = "zh-Hans"
    assert await async_fill(hass, {"error": "the moon is full"}) == {"error": "the moon is full"}
    assert await async_fill(hass, {"least": "1"}) == {"least": "1"}
    hass.config.language = "de"
    assert await async_fill(hass, {"error": "Connection refused"}) == {"error": "Connection refused"}


def test_every_cause_has_its_words() -> None:
    root = Path(error_texts.__file__).parents[1]
    common = json.loads((root / "translations" / "en.json").read_text())["common"]
    told = {cause_of(text) for text in (*SAID, "/x is not this hub's storage: its marker .mycamera is missing")}
    assert told == {key for key in common if key.startswith("cause_")}
