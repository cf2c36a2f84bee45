package koalens.backend.configure;

import java.util.Optional;
import koalens.backend.people.Allowance;
import koalens.backend.people.CounterStore;
import koalens.backend.people.DeviceTokens;
import koalens.backend.people.Doorkeeper;
import koalens.backend.people.History;
import koalens.backend.people.ReportDesk;
import koalens.backend.people.RequestRates;

/// What an application knows of people. Thread-safe.
///
/// @param doorkeeper tells who calls
/// @param devices gives out tokens
/// @param history what a person asked
/// @param reports takes word of wrong verdicts
/// @param allowance analyses a month
/// @param counters what the published app counts
/// @param requests requests a minute, when they are limited
/// @param registrations devices a day, when they are limited
public record People(
    Doorkeeper doorkeeper,
    DeviceTokens devices,
    History history,
    ReportDesk reports,
    Allowance allowance,
    CounterStore counters,
    Optional<RequestRates> requests,
    Optional<RequestRates> registrations) {}
