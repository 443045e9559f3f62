"""For tests only: asks Assist's tools as a language model does."""

from homeassistant.core import HomeAssistant, ServiceCall, ServiceResponse, SupportsResponse
from homeassistant.helpers.llm import LLM_API_ASSIST, LLMContext, ToolInput, async_get_api
from homeassistant.helpers.typing import ConfigType

DOMAIN = "asking_model"


async def async_setup(hass: HomeAssistant, _config: ConfigType) -> bool:
    """Offer the action `ask`, with the name of a `tool` and its `arguments`; it answers what the tool does."""

    async def ask(call: ServiceCall) -> ServiceResponse:
        context = LLMContext(
            platform=DOMAIN, context=call.context, language="en", assistant="conversation", device_id=None
        )
        api = await async_get_api(hass, LLM_API_ASSIST, context)
        result = await api.async_call_tool(ToolInput(tool_name=call.data["tool"], tool_args=call.data["arguments"]))
        return {"data": result.data, "error": result.error, "tools": [tool.name for tool in api.tools]}

    hass.services.async_register(DOMAIN, "ask", ask, supports_response=SupportsResponse.ONLY)
    return True
