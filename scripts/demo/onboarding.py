"""The first start of a Home Assistant, as its onboarding pages do it."""

from dataclasses import dataclass
from http import HTTPStatus

from .client import Client, RequestRefusedError


@dataclass(frozen=True, slots=True)
class Login:
    """The demo's user."""

    name: str = "Demo"
    username: str = "demo"
    password: str = "mycamera-demo"  # noqa: S105 - printed for everyone; the demo listens on 127.0.0.1 only


async def onboard_or_log_in(client: Client, login: Login, *, time_zone: str = "Europe/Berlin") -> bool:
    """Log in, through the onboarding where it has not been done; True when this was the first start.

    The time zone is told in the onboarding only.
    """
    try:
        steps = await client.get("/api/onboarding", authenticated=False)
    except RequestRefusedError as error:
        if error.status != HTTPStatus.NOT_FOUND:
            raise
        done = {"user", "core_config", "analytics", "integration"}  # then Home Assistant does not even serve it
    else:
        done = {step["step"] for step in steps if step["done"]}
    first = "user" not in done
    if first:
        user = {
            "client_id": client.client_id,
            "name": login.name,
            "username": login.username,
            "password": login.password,
            "language": "en",
        }
        code = await client.post("/api/onboarding/users", user, authenticated=False)
        await client.use_code(code["auth_code"])
    else:
        await client.log_in(login.username, login.password)
    await client.wait_running()
    await client.connect()
    if "core_config" not in done:
        await client.command(
            "config/core/update",
            location_name="Demo",
            latitude=48.1374,
            longitude=11.5755,
            elevation=519,
            unit_system="metric",
            time_zone=time_zone,
            country="DE",
            language="en",
            currency="EUR",
        )
        await client.post("/api/onboarding/core_config")
    if "analytics" not in done:
        await client.post("/api/onboarding/analytics")
    if "integration" not in done:
        redirect = {"client_id": client.client_id, "redirect_uri": f"{client.url}/?auth_callback=1"}
        await client.post("/api/onboarding/integration", redirect)
    return first
