package koalens.backend.configure;

/// What a person needs to know of one setting.
///
/// @param name the environment variable
/// @param defaultValue what holds when it is not set, as a person reads it
/// @param meaning what it does, with its unit and range
/// @param secret whether its value must never be shown
public record SettingDocumentation(
    String name, String defaultValue, String meaning, boolean secret) {}
