"""The steps that find a camera in the network, log in to it and choose its streams."""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from collections.abc import Iterable
from typing import Any, Final, override

import probatio
from homeassistant.config_entries import ConfigSubentryFlow, SubentryFlowResult
from homeassistant.const import CONF_HOST, CONF_NAME, CONF_PASSWORD, CONF_PORT, CONF_USERNAME
from homeassistant.core import callback
from homeassistant.helpers.selector import (
    NumberSelector,
    NumberSelectorConfig,
    NumberSelectorMode,
    SelectOptionDict,
    SelectSelector,
    SelectSelectorConfig,
    SelectSelectorMode,
    TextSelector,
    TextSelectorConfig,
    TextSelectorType,
)

from ...const import (
    CONF_ENDPOINT,
    CONF_MAIN_PATH,
    CONF_SERIAL,
    CONF_SUB_PATH,
    CONF_TRANSPORT,
    DEFAULT_RTSP_PORT,
    SUBENTRY_CAMERA,
)
from ..camera_input import TRANSPORTS
from ..refused_logins import RefusedLogins
from ..user_input import InputError, clean_password, clean_port, clean_text
from .asking import OnvifRefused
from .device import OnvifDevice, OnvifStream, read_device
from .libraries import OnvifError, OnvifLibrariesMissing
from .search import HTTP_PORT, FoundCamera, search_cameras

CONF_FOUND: Final = "found"
CONF_MAIN_STREAM: Final = "main_stream"
CONF_SUB_STREAM: Final = "sub_stream"
LEAST_SUB_HEIGHT: Final = 360
"""Pixels; persons of smaller pictures are found less well."""

ONVIF_LOGIN_SCHEMA: Final = probatio.Schema(
    {
        probatio.Optional(CONF_USERNAME): TextSelector(TextSelectorConfig(autocomplete="off")),
        probatio.Optional(CONF_PASSWORD): TextSelector(
            TextSelectorConfig(type=TextSelectorType.PASSWORD, autocomplete="new-password")
        ),
        probatio.Required(CONF_PORT, default=HTTP_PORT): NumberSelector(
            NumberSelectorConfig(mode=NumberSelectorMode.BOX)
        ),
    }
)


class OnvifSteps(ConfigSubentryFlow):
    """Fill the form of a new camera in from what the camera itself tells."""

    def __init__(self) -> None:
        self._known: dict[str, Any] = {}
        """What is entered beforehand in the form of a new camera; its password is never shown."""
        self._refused = RefusedLogins()
        self._search: asyncio.Task[list[FoundCamera]] | None = None
        self._found: list[FoundCamera] = []
        self._chosen: FoundCamera
        self._device: OnvifDevice
        self._failure = ""

    @abstractmethod
    async def async_step_address(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Go on with the camera's form."""

    async def async_step_search(self, _user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Ask the network, which takes some seconds."""
        if self._search is None:
            self._search = self.hass.async_create_task(search_cameras(self.hass), "MyCamera searches for cameras")
        if not self._search.done():
            return self.async_show_progress(step_id="search", progress_action="search", progress_task=self._search)
        search, self._search = self._search, None
        try:
            self._found = search.result()
        except OnvifLibrariesMissing:
            return self.async_show_progress_done(next_step_id="libraries_missing")
        except OnvifError as error:
            self._failure = str(error)
            return self.async_show_progress_done(next_step_id="search_failed")
        return self.async_show_progress_done(next_step_id="found" if self._found else "none_found")

    @callback
    @override
    def async_remove(self) -> None:
        """Wait for no answer any more."""
        if self._search is not None:
            self._search.cancel()

    async def async_step_none_found(self, _user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Say that nobody answered."""
        return self.async_show_menu(step_id="none_found", menu_options=["search", "maker", "address"])

    async def async_step_search_failed(self, _user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Say that nobody could be asked."""
        return self.async_show_menu(
            step_id="search_failed",
            menu_options=["search", "maker", "address"],
            description_placeholders={"error": self._failure},
        )

    async def async_step_libraries_missing(self, _user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Say that what asks is not here."""
        return self.async_show_menu(step_id="libraries_missing", menu_options=["maker", "address"])

    async def async_step_found(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Choose one of those that answered."""
        if user_input is not None:
            self._chosen = next(camera for camera in self._found if camera.endpoint == user_input[CONF_FOUND])
            return await self.async_step_onvif_login()
        options = [SelectOptionDict(value=camera.endpoint, label=self._label(camera)) for camera in self._found]
        selector = SelectSelector(SelectSelectorConfig(options=options, mode=SelectSelectorMode.LIST))
        return self.async_show_form(
            step_id="found", data_schema=probatio.Schema({probatio.Required(CONF_FOUND): selector})
        )

    def _label(self, camera: FoundCamera) -> str:
        """Return what tells a camera from the others; with a tick and its names where it is there already."""
        told = [part for part in (camera.name, camera.model) if part]
        label = " – ".join([*dict.fromkeys(told), camera.host])
        known = [
            subentry.title
            for subentry in self._get_entry().get_subentries_of_type(SUBENTRY_CAMERA)
            if subentry.data[CONF_HOST].casefold() == camera.host.casefold()
        ]
        return f"{label} (✓ {', '.join(known)})" if known else label

    async def async_step_onvif_login(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Log in to the camera, and ask it for its streams."""
        host, errors = self._chosen.host, dict[str, str]()
        if user_input is not None:
            try:
                await self._log_in(host, user_input)
            except InputError as error:
                errors[error.field] = error.key
            except OnvifLibrariesMissing:
                return await self.async_step_libraries_missing()
            except OnvifError as error:
                self._failure = str(error)
                return await self.async_step_onvif_failed()
            else:
                return await self._after_login()
        shown = {CONF_PORT: self._chosen.port, **(user_input or {})}
        shown.pop(CONF_PASSWORD, None)
        return self.async_show_form(
            step_id="onvif_login",
            data_schema=self.add_suggested_values_to_schema(ONVIF_LOGIN_SCHEMA, shown),
            errors=errors,
            description_placeholders={"camera": self._chosen.name or self._chosen.model or host, "host": host},
        )

    async def _log_in(self, host: str, user_input: dict[str, Any]) -> None:
        """Raises InputError and OnvifError."""
        username = clean_text(user_input, CONF_USERNAME, required=False)
        password = clean_password(user_input)
        port = clean_port(user_input)
        self._known = {
            CONF_NAME: self._chosen.name,
            CONF_HOST: host,
            CONF_USERNAME: username,
            CONF_PASSWORD: password,
        }
        self._refused.check(host, username, password)
        try:
            self._device = await read_device(self.hass, host, port, username, password)
        except OnvifRefused as error:
            self._refused.note(host, username, password)
            raise InputError(CONF_PASSWORD, "wrong_password") from error
        self._refused.forget(host)

    async def async_step_onvif_failed(self, _user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Say that the camera could not be asked; it can still be recorded."""
        return self.async_show_menu(
            step_id="onvif_failed",
            menu_options=["onvif_login", "maker", "address"],
            description_placeholders={"host": self._chosen.host, "error": self._failure},
        )

    async def _after_login(self) -> SubentryFlowResult:
        """Follow a camera that is known by its serial number to its new address; choose a new one's streams."""
        entry, moved = self._get_entry(), list[str]()
        for subentry in entry.get_subentries_of_type(SUBENTRY_CAMERA) if self._device.serial else []:
            data = subentry.data
            if data.get(CONF_SERIAL) == self._device.serial and data[CONF_HOST] != self._known[CONF_HOST]:
                place = {key: self._known[key] for key in (CONF_HOST, CONF_USERNAME, CONF_PASSWORD)}
                self.hass.config_entries.async_update_subentry(entry, subentry, data={**data, **place})
                moved.append(subentry.title)
        if moved:
            return self.async_abort(reason="camera_moved", description_placeholders={"name": ", ".join(moved)})
        return await self.async_step_streams()

    async def async_step_streams(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Choose what is recorded and what is watched."""
        streams = self._device.streams
        if user_input is not None:
            main = streams[int(user_input[CONF_MAIN_STREAM])]
            sub = streams[int(chosen)] if (chosen := user_input.get(CONF_SUB_STREAM)) is not None else None
            path, sub_path = (stream.address.get(CONF_MAIN_PATH, "/") if stream else None for stream in (main, sub))
            self._known |= {
                CONF_NAME: self._chosen.name or " ".join(filter(None, (self._device.maker, self._device.model))),
                CONF_PORT: int(main.address.get(CONF_PORT) or DEFAULT_RTSP_PORT),
                CONF_TRANSPORT: main.address.get(CONF_TRANSPORT, TRANSPORTS[0]),
                CONF_MAIN_PATH: path,
                CONF_SERIAL: self._device.serial,
                CONF_ENDPOINT: self._chosen.endpoint,
            }
            if sub_path is not None and sub_path != path:
                self._known[CONF_SUB_PATH] = sub_path
            return await self.async_step_address()
        schema = probatio.Schema(
            {
                probatio.Required(CONF_MAIN_STREAM, default="0"): _stream_selector(streams),
                probatio.Optional(CONF_SUB_STREAM): _stream_selector(streams),
            }
        )
        usual = _usual_sub_stream(streams)
        shown = {CONF_SUB_STREAM: str(usual)} if usual else {}
        return self.async_show_form(
            step_id="streams",
            data_schema=self.add_suggested_values_to_schema(schema, shown),
            description_placeholders={
                "camera": " ".join(filter(None, (self._device.maker, self._device.model))) or self._chosen.host,
                "serial": self._device.serial or "–",
            },
        )


def _stream_selector(streams: Iterable[OnvifStream]) -> SelectSelector:
    options = [SelectOptionDict(value=str(index), label=stream.title) for index, stream in enumerate(streams)]
    return SelectSelector(SelectSelectorConfig(options=options, mode=SelectSelectorMode.DROPDOWN))


def _usual_sub_stream(streams: tuple[OnvifStream, ...]) -> int:
    """Return the place of the smallest stream that shows enough, else of the next to the main one; 0 without any."""
    large_enough = [index for index, stream in enumerate(streams) if stream.height >= LEAST_SUB_HEIGHT]
    return (large_enough[-1] if large_enough else 0) or min(1, len(streams) - 1)
